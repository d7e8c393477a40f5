/** Why a package was not taken in: by file and place, as the checker says it. */
import type { ApiError } from '../../api/client'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'

type Props = { error: ApiError | 'too_large'; retry: () => void }

export function Faults({ error, retry }: Props) {
  const t = studio()
  const tooLarge = error === 'too_large' || error.code === 'too_large'
  const files = error === 'too_large' ? [] : Object.entries(error.errors)
  const offline = error !== 'too_large' && error.kind === 'network'
  const why = tooLarge ? t.tooLarge : offline ? t.offlineWhy : files.length > 0 ? t.faultsWhy : t.notDone
  return (
    <section class="note w" role="alert">
      <Icon name={offline ? 'utenett' : 'info'} />
      <div class="grow stack">
        <p><strong>{files.length > 0 ? t.faults(files.reduce((sum, [, texts]) => sum + texts.length, 0)) : t.nothingTaken}</strong><span class="two sm">{why}</span></p>
        {files.map(([file, texts]) => (
          <div key={file}>
            <h2 class="sm"><code>{file}</code></h2>
            <ul class="sm studio-faults" lang="en">{texts.map((text) => <li key={text}>{text}</li>)}</ul>
          </div>
        ))}
        {!tooLarge && files.length === 0 && <button type="button" class="btn s" onClick={retry}>{shell().retry}</button>}
      </div>
    </section>
  )
}
