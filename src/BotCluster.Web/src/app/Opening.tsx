import { useRouteError } from 'react-router';
import { messageOf } from '../api/problems';
import { Button } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Mark } from './Mark';

/** While the page's own code arrives. */
export function Opening() {
  return (
    <main className="grid min-h-dvh place-items-center" aria-busy="true">
      <p role="status" className="flex flex-col items-center gap-3 text-sm text-muted">
        <Mark className="size-9" />
        Opening…
      </p>
    </main>
  );
}

/** When a page breaks, or its code cannot be loaded because a newer version is out. */
export function Crash({ within = 'main' }: { within?: 'main' | 'div' }) {
  const error = useRouteError();
  const Frame = within;
  return (
    <Frame className="mx-auto flex max-w-lg flex-col items-start gap-3 px-4 py-12">
      <Heading title="This page broke" />
      <p className="text-muted">Bots are not affected. Loading the page again usually helps.</p>
      <p role="alert" className="text-sm">
        {messageOf(error)}
      </p>
      <Button
        look="primary"
        onClick={() => {
          window.location.reload();
        }}
      >
        Load again
      </Button>
    </Frame>
  );
}
