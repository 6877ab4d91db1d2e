export function ChangeBotPage() { return null; }
