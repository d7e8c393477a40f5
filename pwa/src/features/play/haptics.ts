/** A short buzz when something is punched; none for those who want less motion, none where the device cannot. */
export function punch(pattern: number | number[] = 20): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  navigator.vibrate?.(pattern)
}
