/** The land of a race and the course through it, in a field of 1000 by 640. */
export const COURSE = 'M150 560C250 610 330 500 430 480C550 456 600 560 710 520C830 470 750 370 620 352C480 334 440 250 560 200C680 150 780 240 850 150'
export const LAND = ['M0 250 150 150 240 200 420 80 560 190 680 130 800 220 1000 90V640H0z', 'M0 340C220 280 420 330 620 280S880 200 1000 240V640H0z', 'M0 460C260 400 480 480 720 420S920 360 1000 390V640H0z']

type Point = { x: number; y: number }
export type Placed = Point & { lift: number }

const [TOP, BOTTOM] = [0, 640]

/** Marks of that radius at these points, each lifted off the course where it would cover one before it. */
export function apart(points: readonly Point[], radius: number): Placed[] {
  const placed: Placed[] = []
  for (const { x, y } of points) {
    const free = (lift: number): boolean =>
      y + lift - radius >= TOP && y + lift + radius <= BOTTOM && placed.every((other) => Math.hypot(other.x - x, other.y + other.lift - y - lift) >= 2 * radius)
    const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]
    placed.push({ x, y, lift: steps.map((step) => (step === 0 ? 0 : -2.1 * radius * step)).find(free) ?? 0 })
  }
  return placed
}
