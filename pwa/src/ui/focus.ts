/** The point of a picture that stays in sight where a screen shows a part of it only. */
export type Focus = { x: number; y: number }

/** Where the picture is placed in its frame, so that its focus is as near the middle as it can be; nothing where it has none. */
export function focused(focus: Focus | null | undefined): { objectPosition: string } | undefined {
  return focus ? { objectPosition: `${share(focus.x)} ${share(focus.y)}` } : undefined
}

/** A fraction as the style sheet reads it. */
export function share(part: number): string {
  return `${Math.round(1000 * part) / 10}%`
}
