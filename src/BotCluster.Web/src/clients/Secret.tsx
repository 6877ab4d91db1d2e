import { useState } from 'react';
import { Button } from '../ui/Button';

/** Something that is shown this once and never again. */
export function Secret({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied('yes');
    } catch {
      // Browsers allow it only on secure pages; it can still be selected.
      setCopied('no');
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <div className="flex flex-wrap items-stretch gap-2">
        <code className="min-w-0 flex-1 rounded-md border border-line-strong bg-raised px-2.5 py-1.5 font-mono text-xs wrap-anywhere select-all">
          {value}
        </code>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
      <p role="status" className="label-text">
        {copied === 'yes' ? 'Copied.' : copied === 'no' ? 'The browser did not allow copying: select the text.' : 'It is shown only now.'}
      </p>
    </div>
  );
}
