import { words } from '../format/words';
import type { Faults } from './draft';
import { fieldId } from './OptionField';

/** What stands in the way of saving, each with a way to its field. */
export function ErrorSummary({ general, faults }: { general: string | null; faults: Faults }) {
  const entries = Object.entries(faults);
  return (
    <div role="alert" className="rounded-lg border border-danger bg-loss-soft px-4 py-3">
      <p className="font-semibold">Nothing was saved.</p>
      {general !== null && <p className="text-sm">{general}</p>}
      {entries.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-sm">
          {entries.map(([path, message]) => (
            <li key={path}>
              <button
                type="button"
                className="link text-left text-ink"
                onClick={() => {
                  const field = document.getElementById(fieldId(path));
                  field?.closest('details')?.setAttribute('open', '');
                  field?.focus();
                }}
              >
                {path === 'form' ? '' : `${path.split('.').map(words).join(', ')}: `}
                {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
