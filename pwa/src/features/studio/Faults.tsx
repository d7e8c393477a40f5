/** Why a package was not taken in: by file and place, in the words of the language chosen. */
import type { ApiError } from '../../api/client'
import { faults as words } from '../../text/faults'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { byFile, placeIn, sentenceOf } from './remedies'

type Props = { error: ApiError | 'too_large'; retry: () => void }

export function Faults({ error, retry }: Props) {
  const t = studio()
  const tooLarge = error === 'too_large' || error.code === 'too_large'
  const found = error === 'too_large' ? [] : error.faults
  const offline = error !== 'too_large' && error.kind === 'network'
  const why = tooLarge ? t.tooLarge : offline ? t.offlineWhy : found.length > 0 ? t.faultsWhy : t.notDone
  return (
    <section class="note w" role="alert">
      <Icon name={offline ? 'utenett' : 'info'} />
      <div class="grow stack">
        <p><strong>{found.length > 0 ? t.faults(found.length) : t.nothingTaken}</strong><span class="two sm">{why}</span></p>
        {byFile(found).map(([file, faults]) => (
          <div key={file}>
            <h2 class="sm"><code>{file}</code></h2>
            <ul class="sm studio-faults">
              {faults.map((fault, index) => (
                <li key={index}>{fault.place && <><strong>{placeIn(fault.place, words())}</strong>: </>}{sentenceOf(fault, words())}</li>
              ))}
            </ul>
          </div>
        ))}
        {!tooLarge && found.length === 0 && <button type="button" class="btn s" onClick={retry}>{shell().retry}</button>}
      </div>
    </section>
  )
}
