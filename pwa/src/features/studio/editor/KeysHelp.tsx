/** All shortcuts, and the switch for those of a single letter. */
import { editor } from '../../../text/editor'
import { Dialog } from '../../../ui/Dialog'
import { letters, turnLetters } from '../keys'

type Props = { all?: readonly (readonly [string, string])[]; onClose: () => void }

export function KeysHelp({ all, onClose }: Props) {
  const t = editor().keys
  return (
    <Dialog title={t.title} onClose={onClose}>
      <dl class="editor-keys">
        {(all ?? t.all).map(([keys, what]) => <div key={keys}><dt>{keys.split(' + ').map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{what}</dd></div>)}
      </dl>
      <label class="check">
        <input type="checkbox" checked={letters.value} onChange={(event) => turnLetters(event.currentTarget.checked)} />
        <span>{t.single}<span class="two xs dim">{t.singleWhy}</span></span>
      </label>
      <div class="dialog-row"><button type="button" class="btn s" onClick={onClose}>{t.close}</button></div>
    </Dialog>
  )
}
