/** What lies on the device for use without a network, and how to get the app onto the home screen. */
import { restock } from '../../answers'
import { installOffer, isInstalled } from '../../device'
import { complete, shelf } from '../../offline/library'
import { language } from '../../text'
import { profile } from '../../text/profile'
import { shell } from '../../text/shell'
import { sizeOf } from '../../text/sizes'
import { Icon } from '../../ui/Icon'

export function Stored() {
  const t = profile()
  const { kept, wanted, bytes } = shelf.value
  const size = sizeOf(bytes, language.value)
  return (
    <ul class="list">
      <li class="row">
        <span class={complete.value ? 'tile g' : 'tile'}><Icon name={complete.value ? 'ok' : 'sky'} /></span>
        <span class="grow">
          <strong>{t.stored}</strong>
          <span class="two sm dim">{complete.value ? t.storedAll(shell().posts(kept), size) : t.storedSome(kept, wanted, size)}</span>
        </span>
      </li>
      {!complete.value && <li class="pad"><button type="button" class="btn s" onClick={() => void restock()}>{t.fetchRest}</button></li>}
      {!isInstalled() && <Install />}
    </ul>
  )
}

function Install() {
  const t = profile()
  const offer = installOffer.value
  const apple = /iPad|iPhone|iPod/.test(navigator.userAgent)
  return (
    <li class="pad stack">
      <p><strong>{t.install}</strong>{!offer && <span class="two sm dim">{apple ? t.installIos : t.installOther}</span>}</p>
      {offer && <button type="button" class="btn s" onClick={() => void install()}>{t.installDo}</button>}
    </li>
  )
}

async function install(): Promise<void> {
  await installOffer.value?.prompt()
  installOffer.value = null
}
