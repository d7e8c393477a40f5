/** What concerns the whole app: storage that fails, and a new version that waits. */
import { storage } from '../offline/db'
import { shell } from '../text/shell'
import { takeUpdate, updateReady } from '../update'
import { Icon } from './Icon'

export function Banners() {
  const t = shell()
  if (storage.value === 'ok' && !updateReady.value) return null
  return (
    <div class="banners wrap stack">
      {storage.value !== 'ok' && (
        <div class="note w" role="alert">
          <Icon name="info" />
          <p class="grow">
            <strong>{storage.value === 'full' ? t.storageFull : t.storageMissing}</strong>{' '}
            <span class="sm">{storage.value === 'full' ? t.storageFullWhy : t.storageMissingWhy}</span>
          </p>
        </div>
      )}
      {updateReady.value && (
        <div class="note g rowx" role="status">
          <strong class="grow">{t.updateReady}</strong>
          <button type="button" class="btn s slim" onClick={takeUpdate}>{t.updateTake}</button>
        </div>
      )}
    </div>
  )
}
