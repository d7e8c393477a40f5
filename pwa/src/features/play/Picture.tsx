/** A card's picture from the library; its description in words when it is not on the device. */
import { useEffect, useState } from 'preact/hooks'
import type { Picture as Described } from '../../rules/cards'
import { focused } from '../../ui/focus'
import { pictureUrl } from './ports'

/** Where a picture can be shown from; undefined while it comes, null where it cannot be had. And how to say that it is broken. */
export function usePicture(media: string): [string | null | undefined, () => void] {
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    setUrl(undefined)
    pictureUrl(media).then((found) => wanted && setUrl(found), () => wanted && setUrl(null))
    return () => {
      wanted = false
    }
  }, [media])
  return [url, () => setUrl(null)]
}

export function Picture({ picture }: { picture: Described }) {
  const [url, broken] = usePicture(picture.media)
  if (url === null) return <p class="sm dim play-alt">{picture.alt}</p>
  return url === undefined
    ? <div class="bilde play-room" aria-hidden="true" />
    : <img class="bilde play-room" src={url} alt={picture.alt} style={focused(picture.focus)} onError={broken} />
}
