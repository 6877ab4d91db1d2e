const PATHS = {
  fleet: 'M3 13h3V7H3Zm5.5 4h3V3h-3ZM14 15h3V9h-3Z',
  alerts: 'M10 2.5a4.5 4.5 0 0 0-4.5 4.5v3.5L4 13.5h12l-1.5-3V7A4.5 4.5 0 0 0 10 2.5ZM8 15.5a2 2 0 0 0 4 0',
  clients: 'M7 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5 7c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5ZM13 9.5a2.5 2.5 0 1 0 0-5M14 12c2.4.2 4 1.9 4 4.5',
  account: 'M10 9.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 8c0-3.3 2.9-5.5 6.5-5.5s6.5 2.2 6.5 5.5Z',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
