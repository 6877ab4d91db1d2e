import { live } from '../api/live';
import { Button } from '../ui/Button';
import { useLiveState } from './useLive';

/** Says out loud when figures have stopped moving because the server cannot be heard. */
export function ConnectionBanner() {
  const lost = useLiveState() === 'lost';
  return (
    <div role="status">
      {lost && (
        <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-warn bg-warn-soft px-4 py-1.5 text-sm">
          <p>
            <strong className="font-semibold text-warn">Connection lost.</strong> Figures may be old. Bots go on without this
            page; trying to reconnect.
          </p>
          <Button
            onClick={() => {
              live.retryNow();
            }}
          >
            Reconnect now
          </Button>
        </div>
      )}
    </div>
  );
}
