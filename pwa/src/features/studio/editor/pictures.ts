/** A picture of the library by its hash, as an address that can be shown. */
import { useEffect, useState } from 'preact/hooks'
import { pictureUrl } from '../../../offline/library'

/** Null while it comes, and where it cannot be had. */
export function usePictureUrl(media: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    setUrl(null)
    if (media) pictureUrl(media).then((found) => wanted && setUrl(found), () => undefined)
    return () => {
      wanted = false
    }
  }, [media])
  return url
}
