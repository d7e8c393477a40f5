/** A code that cannot be used, or not now: why, and the way on. */
import { shell } from '../../text/shell'
import { welcome } from '../../text/welcome'
import { Icon } from '../../ui/Icon'
import { Frame } from './Frame'
import type { Trouble } from './logic'

export function Gone({ trouble, retry }: { trouble: Trouble; retry: () => void }) {
  const t = welcome()
  if (trouble.kind === 'gone')
    return (
      <Frame title={t.gone}>
        <p>{t.goneWhy}</p>
        <a class="btn s" href="/">{shell().signIn}</a>
      </Frame>
    )
  return (
    <Frame title={t.page}>
      <p class="note w" role="alert"><Icon name="info" /><span>{sentence(trouble)}</span></p>
      <button type="button" class="btn s" onClick={retry}>{shell().retry}</button>
    </Frame>
  )
}

export function sentence(trouble: Trouble): string {
  const t = welcome()
  return trouble.kind === 'too_many' ? t.tooMany(trouble.minutes) : trouble.kind === 'gone' ? t.gone : t[trouble.kind]
}
