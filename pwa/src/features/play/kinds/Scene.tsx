/** A picture shown whole, with signs on it. Its description in words, and no signs, when it is not on the device. */
import type { ComponentChildren, RefObject } from 'preact'
import type { Picture } from '../../../rules/cards'
import { usePicture } from '../Picture'
import './scene.css'

type Props = { picture: Picture; frame?: RefObject<HTMLDivElement | null>; children: ComponentChildren }

export function Scene({ picture, frame, children }: Props) {
  const [url, broken] = usePicture(picture.media)
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
