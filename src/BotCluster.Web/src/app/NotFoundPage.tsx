import { ButtonLink } from '../ui/Button';
import { Heading } from '../ui/Heading';

export function NotFoundPage({ what = 'page' }: { what?: string }) {
  return (
    <div className="flex max-w-lg flex-col items-start gap-3 py-10">
      <p className="text-sm font-medium text-muted">404</p>
      <Heading title={`No such ${what}`} />
      <p className="text-muted">The address is wrong, it was removed, or it belongs to a client that is not yours.</p>
      <ButtonLink to="/" look="primary">
        Go to the fleet
      </ButtonLink>
    </div>
  );
}
