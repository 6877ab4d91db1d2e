import type { CatalogueOption } from '../api/schema';
import { percent } from '../format/numbers';
import { isDecimal } from '../format/money';
import { words } from '../format/words';
import { Field } from '../ui/Field';
import { range, shown } from './options';

interface OptionFieldProps {
  path: string;
  option: CatalogueOption;
  value: string | boolean;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

export const fieldId = (path: string): string => `field-${path}`;

/** One setting of the catalogue, in the control that fits its type. */
export function OptionField({ path, option, value, error, onChange }: OptionFieldProps) {
  const id = fieldId(path);
  // Within a group its name tells two equal settings apart: mode.stop is Stop, risk.pyramid.firstShare is Pyramid first share.
  const label = path.split('.').slice(1).join(' ');
  if (option.type === 'boolean' || option.type === 'group') {
    return (
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-4.5 shrink-0 accent-accent"
          checked={value === true}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        <div>
          <label htmlFor={id} className="text-sm font-medium">
            {words(label)}
          </label>
          <p id={`${id}-hint`} className="label-text">
            {option.description}
          </p>
          {error && <p className="text-xs font-medium text-danger">✕ {error}</p>}
        </div>
      </div>
    );
  }

  const text = typeof value === 'string' ? value : '';
  return (
    <Field id={id} label={words(label)} hint={hint(option, text)} error={error}>
      {(control) =>
        option.type === 'choice' ? (
          <select {...control} className="control" value={text} onChange={(event) => { onChange(event.target.value); }}>
            {(option.choices ?? []).map((choice) => (
              <option key={choice} value={choice}>
                {words(choice)}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            className="control"
            inputMode={option.type === 'duration' ? 'text' : option.type === 'integer' ? 'numeric' : 'decimal'}
            placeholder={option.canBeOff ? 'off' : ''}
            value={text}
            onChange={(event) => { onChange(event.target.value); }}
          />
        )
      }
    </Field>
  );
}

function hint(option: CatalogueOption, text: string): string {
  const allowed = range(option);
  const usual = shown(option, undefined);
  return [
    isShare(option) && isDecimal(text) ? `${percent(Number(text))}.` : null,
    option.description,
    allowed === null ? null : `${allowed.charAt(0).toUpperCase()}${allowed.slice(1)}.`,
    option.type === 'choice' || usual === text ? null : `Usually ${usual === '' ? 'off' : String(usual)}.`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** A fraction of a whole: at most one, and typed with a point. */
const isShare = ({ type, maximum }: CatalogueOption): boolean =>
  type === 'decimal' && maximum !== undefined && Number(maximum) <= 1;
