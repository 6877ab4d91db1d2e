export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
export const PASSWORD_RULE = `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters. A few words make a good one.`;

export function passwordFault(password: string): string | null {
  if (password.length < SHORTEST_PASSWORD) {
    return `Use at least ${SHORTEST_PASSWORD} characters; this has ${password.length}.`;
  }

  return password.length > LONGEST_PASSWORD ? `Use at most ${LONGEST_PASSWORD} characters; this has ${password.length}.` : null;
}
