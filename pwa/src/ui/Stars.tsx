/** Stars of three: drawn, and said in words. They give no points. */
import './stars.css'

const STAR = 'M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.5l-5.9 3.1 1.2-6.5L2.5 9.5l6.6-.9z'

export function Stars({ count, label, small = false }: { count: number; label: string; small?: boolean }) {
  return (
    <span class={small ? 'stars s' : 'stars'} role="img" aria-label={label}>
      {[1, 2, 3].map((place) => (
        <svg key={place} viewBox="0 0 24 24" class={place <= count ? 'on' : undefined} aria-hidden="true"><path d={STAR} /></svg>
      ))}
    </span>
  )
}
