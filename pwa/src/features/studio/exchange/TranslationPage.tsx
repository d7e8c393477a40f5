/** One language of a post: its texts out to a translator and in again, and each beside its original. */
import { useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { Language, Texts, TranslatedText } from '../../../api/types'
import { LANGUAGES, LANGUAGE_NAMES } from '../../../text'
import { exchange } from '../../../text/exchange'
import { studio } from '../../../text/studio'
import { Icon } from '../../../ui/Icon'
import { Missing } from '../../../ui/States'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { shown, type Show } from './logic'
import { TakeTexts } from './TakeTexts'

const LOOKS = { new: 'chip missing', stale: 'chip w', fresh: 'chip g' } as const
const ICONS = { new: 'x', stale: 'klokke', fresh: 'ok' } as const
const SHOWS: readonly Show[] = ['all', 'stale', 'new']

export default function TranslationPage({ id, into }: { id: string; into: string }) {
  const known: readonly string[] = LANGUAGES
  return known.includes(into) ? <Whole id={id} into={into as Language} /> : <Missing />
}

function Whole({ id, into }: { id: string; into: Language }) {
  const t = exchange()
  const address = `/studio/modules/${id}/texts/${into}`
  const answer = useAnswer<Texts>(address)
  const texts = answer.data
  const back = { to: '/studio/oversettelser', label: t.toTranslations }
  if (!texts || answer.error) return <Frame on="translations" title={t.translations} back={back}><Absent asked={answer} /></Frame>
  const action = <a class="btn s slim" href={`/studio/post/${id}`}>{t.toEditor}</a>
  return (
    <Frame on="translations" title={t.into(texts.title, LANGUAGE_NAMES[into])} below={`${t.from(LANGUAGE_NAMES[texts.source])} · ${t.written(texts.written, texts.texts)}`} back={back} action={action}>
      <div class="studio-split">
        <div class="stack"><TextList texts={texts} address={address} onChange={answer.again} /></div>
        <div class="stack"><Send address={`/api/v1${address}`} /><TakeTexts address={address} onTaken={answer.again} /></div>
      </div>
    </Frame>
  )
}

function Send({ address }: { address: string }) {
  const t = exchange()
  return (
    <section class="card stack" aria-labelledby="send-texts">
      <h2 id="send-texts">{t.send}</h2>
      <a class="btn s" href={`${address}.xliff`} download=""><Icon name="last-ned" small />{t.asXliff}</a>
      <p class="sm dim">{t.asXliffWhy}</p>
      <a class="btn s" href={`${address}.xlsx`} download=""><Icon name="last-ned" small />{t.asSheet}</a>
      <p class="sm dim">{t.asSheetWhy}</p>
    </section>
  )
}

type ListProps = { texts: Texts; address: string; onChange: () => void }

function TextList({ texts, address, onChange }: ListProps) {
  const t = exchange()
  const [show, setShow] = useState<Show>('all')
  const [failed, setFailed] = useState(false)
  const items = shown(texts.items, show)
  const confirm = async (id: string) => {
    setFailed(false)
    try {
      await request(`${address}/right`, { method: 'POST', body: { ids: [id] } })
      onChange()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <div class="editor-chips" role="group" aria-label={t.texts}>
        {SHOWS.map((each) => <button key={each} type="button" class="btn s slim" aria-pressed={show === each} onClick={() => setShow(each)}>{t.show[each]} {shown(texts.items, each).length}</button>)}
      </div>
      {failed && <p class="note w" role="alert"><Icon name="info" />{studio().notDone}</p>}
      {items.length === 0 ? <p class="dim">{t.nothingHere}</p> : (
        <section class="list">
          <table class="studio-table folds">
            <caption class="sr">{t.texts}</caption>
            <thead><tr><th scope="col">{t.what}</th><th scope="col">{LANGUAGE_NAMES[texts.source]}</th><th scope="col">{LANGUAGE_NAMES[texts.language]}</th></tr></thead>
            <tbody>{items.map((item) => <Row key={item.id} item={item} texts={texts} onRight={() => void confirm(item.id)} />)}</tbody>
          </table>
        </section>
      )}
    </>
  )
}

type RowProps = { item: TranslatedText; texts: Texts; onRight: () => void }

function Row({ item, texts, onRight }: RowProps) {
  const t = exchange()
  return (
    <tr>
      <th scope="row"><span class="two">{item.where}</span><span class={LOOKS[item.state]}><Icon name={ICONS[item.state]} />{t.textStates[item.state]}</span></th>
      <td class="studio-words" lang={texts.source}>{item.source}</td>
      <td class="studio-words"><span lang={texts.language}>{item.target}</span>
        {item.state === 'stale' && <span class="two"><button type="button" class="btn s slim" aria-label={t.stillRightOf(item.where)} onClick={onRight}>{t.stillRight}</button></span>}
      </td>
    </tr>
  )
}
