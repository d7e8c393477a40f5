/** The head of the editor: the post's title and state, whether all is saved, and what can be done with the whole. */
import { editor } from '../../../text/editor'
import { modules } from '../../../text/modules'
import { paths } from '../../../text/paths'
import { when } from '../../../text/when'
import { Icon, type IconName } from '../../../ui/Icon'
import { Title } from '../../../ui/Title'
import type { Drafting, Saving } from './drafting'
import { languagesOf } from './module'
import { textAt } from './places'
import { Tool } from './Tool'

type Props = { drafting: Drafting; id: string; others: readonly string[]; onTry: () => void; onPublish: () => void }

export function Head({ drafting, id, others, onTry, onPublish }: Props) {
  const t = editor()
  const history = drafting.history.value
  const document = drafting.document.value
  const title = (document && textAt(document, ['title'], languagesOf(document)[0] ?? 'nb')) || t.untitled
  const state = drafting.about.value?.state
  const blocks = drafting.checks.value.filter(({ severity }) => severity === 'block').length
  return (
    <header class="head editor-head">
      <div class="rowx editor-title">
        <a class="icon" href="/studio" aria-label={t.back}><Icon name="v" /></a>
        <div class="grow">
          <Title page={title}>{title}</Title>
          <p class="sm dim editor-state">
            {state && <span class="chip">{modules().states[state]}</span>}
            {blocks > 0 && <span class="chip w">{t.mustMend(blocks)}</span>}
            <Saved saving={drafting.saving.value} onSave={() => void drafting.save()} />
            <a class="textlink" href={`/studio/post/${id}/versjoner`}>{t.versions}</a>
            <a class="textlink" href={`/studio/utproving/${id}`}>{paths().pilots}</a>
          </p>
        </div>
        <div class="editor-actions">
          <Tool label={t.undo} icon="igjen" off={!history?.past.length} onDo={() => drafting.undo()} />
          <Tool label={t.redo} icon="igjen" turned="back" off={!history?.future.length} onDo={() => drafting.redo()} />
          <button type="button" class="btn s slim" aria-keyshortcuts="p" onClick={onTry}><Icon name="spill" small />{t.tryIt}</button>
          <button type="button" class="btn slim" aria-keyshortcuts="Control+Shift+Enter" onClick={onPublish}>{t.publish}</button>
        </div>
      </div>
      {others.length > 0 && <p class="note sm" role="status"><Icon name="folk" small />{t.othersHere(others.join(t.and))}</p>}
    </header>
  )
}

const HOURS = 12 * 3_600_000

const ICONS: Record<Saving['kind'], IconName> = { saved: 'ok', unsaved: 'klokke', saving: 'klokke', offline: 'utenett', clashing: 'info', refused: 'info' }

/** In words whether all is saved; told aloud only where something is to be done. */
function Saved({ saving, onSave }: { saving: Saving; onSave: () => void }) {
  const t = editor()
  const text = wordsFor(saving)
  const aloud = saving.kind === 'offline' || saving.kind === 'refused' || saving.kind === 'clashing'
  return (
    <span class="editor-saved" data-saving={saving.kind}>
      <Icon name={ICONS[saving.kind]} small /><span role={aloud ? 'status' : undefined}>{text}</span>
      {(saving.kind === 'refused' || saving.kind === 'offline') && <button type="button" class="textlink" onClick={onSave}>{t.saveNow}</button>}
    </span>
  )
}

function wordsFor(saving: Saving): string {
  const t = editor()
  switch (saving.kind) {
    case 'saved':
      return saving.at ? t.savedAt(isOfToday(saving.at) ? when().clock(saving.at) : when().moment(saving.at, new Date())) : t.saved
    case 'unsaved':
      return t.unsaved
    case 'saving':
      return t.savingNow
    case 'offline':
      return t.keptOffline
    case 'clashing':
      return t.clashing
    case 'refused':
      return t.refused
  }
}

/** Whether it is so short ago that the hour says enough. */
function isOfToday(at: string): boolean {
  return Date.now() - Date.parse(at) < HOURS
}
