/** The three candles of the name's sign. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true">
      <g className="fill-brand">
        <rect x="2" y="9.5" width="3.6" height="6.5" rx=".8" />
        <rect x="8.2" y="3" width="3.6" height="9" rx=".8" />
        <rect x="14.4" y="6" width="3.6" height="8" rx=".8" />
      </g>
      <path d="M3.8 7v11.5M10 1v13.5M16.2 3.8v13" className="fill-none stroke-brand" strokeWidth="1" strokeLinecap="round" />
    </svg>
  );
}
