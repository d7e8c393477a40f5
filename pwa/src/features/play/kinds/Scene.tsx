/** A picture shown whole, with signs on it. Its description in words, and no signs, when it is not on the device. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Picture } from '../../../rules/cards'
import { usePicture } from '../Picture'
import type { Point, Size } from './scene'
import './scene.css'

/** `onTouch`: where it was touched. The picture is no button, so there must be another way to the same. */
type Props = { picture: Picture; onTouch?: (at: Point, size: Size) => void; children: ComponentChildren }

export function Scene({ picture, onTouch, children }: Props) {
  const [url, broken] = usePicture(picture.media)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = frame.current
    const touch = ({ clientX, clientY }: MouseEvent) => {
      const { left, top, width, height } = (shown as HTMLDivElement).getBoundingClientRect()
      onTouch?.({ x: (clientX - left) / width, y: (clientY - top) / height }, { width, height })
    }
    shown?.addEventListener('click', touch)
    return () => shown?.removeEventListener('click', touch)
  })
  if (url === null) return <p class="sm dim play-alt">{picture.alt}</p>
  if (url === undefined) return <div class="bilde play-room" aria-hidden="true" />
  return (
    <div class="scene" ref={frame}>
      <img class="bilde" src={url} alt={picture.alt} onError={broken} draggable={false} />
      {children}
    </div>
  )
}

/** Fractions of the picture as the style sheet reads them. */
export function placed({ x, y, w = 0, h = 0 }: { x: number; y: number; w?: number; h?: number }) {
  const share = (part: number) => `${100 * part}%`
  return { '--x': share(x), '--y': share(y), '--w': share(w), '--h': share(h) }
}
