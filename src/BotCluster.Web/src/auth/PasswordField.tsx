import { useState } from 'react';
import { Field } from '../ui/Field';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | null;
}

/** A password that its owner may look at while typing it. */
export function PasswordField({ label, value, onChange, autoComplete, hint, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            className="control pr-16"
            value={value}
            autoComplete={autoComplete}
            required
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          <button
            type="button"
            className="absolute inset-y-0 right-0 px-3 text-xs font-medium text-muted hover:text-ink"
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? 'Hide' : 'Show'} <span className="sr-only">{label.toLowerCase()}</span>
          </button>
        </div>
      )}
    </Field>
  );
}
