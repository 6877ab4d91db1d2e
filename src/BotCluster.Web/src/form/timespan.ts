// Durations travel as .NET writes them (1.02:03:04) and are typed as people say them (1d 2h 3m 4s).

const TRAVELLING = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;
const SPOKEN = /^\s*(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?\s*$/i;

/** Seconds in a duration of either form; null where it is neither. */
export function secondsOf(text: string): number | null {
  const match = TRAVELLING.exec(text.trim()) ?? (/\d/.test(text) ? SPOKEN.exec(text) : null);
  if (!match) {
    return null;
  }

  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number.parseInt(part || '0', 10));
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

const two = (value: number) => String(value).padStart(2, '0');

function parts(seconds: number) {
  return [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60] as const;
}

/** 93784 → 1.02:03:04. */
export function travelling(seconds: number): string {
  const [days, hours, minutes, rest] = parts(seconds);
  return `${days > 0 ? `${days}.` : ''}${two(hours)}:${two(minutes)}:${two(rest)}`;
}

/** 93784 → 1d 2h 3m 4s. */
export function spoken(seconds: number): string {
  const [days, hours, minutes, rest] = parts(seconds);
  const said = [days && `${days}d`, hours && `${hours}h`, minutes && `${minutes}m`, rest && `${rest}s`].filter(Boolean);
  return said.join(' ') || '0s';
}
