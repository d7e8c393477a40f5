/** Oversettelser: each post with how far it is translated, and the way to each of its languages. */
import { useState } from 'preact/hooks'
import type { Page, Spoken, Translation } from '../../../api/types'
import { LANGUAGES, LANGUAGE_NAMES } from '../../../text'
import { exchange } from '../../../text/exchange'
import { Icon } from '../../../ui/Icon'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import { Frame } from '../Frame'

export const LOOKS = { whole: 'chip g', stale: 'chip w', part: 'chip', none: 'chip missing' } as const
export const ICONS = { whole: 'ok', stale: 'klokke', part: 'info', none: 'x' } as const

export default function Translations() {
  const t = exchange()
  const [number, turnTo] = useState(1)
  const answer = useAnswer<Page<Translation>>(`/studio/translations?page=${number}`)
  const page = answer.data
  return (
    <Frame on="translations" title={t.translations} below={t.translationsWhy}>
      {!page || answer.error ? <Absent asked={answer} />
        : page.total === 0 ? <Message icon="glob" title={t.noneYet} why={t.noneYetWhy} />
        : <Table items={page.items} />}
      {page && <Pages page={page} label={t.pages} turnTo={turnTo} />}
    </Frame>
  )
}

function Table({ items }: { items: readonly Translation[] }) {
  const t = exchange()
  return (
    <section class="list">
      <table class="studio-table folds">
        <caption class="sr">{t.translations}</caption>
        <thead><tr><th scope="col">{t.post}</th>{LANGUAGES.map((each) => <th key={each} scope="col">{LANGUAGE_NAMES[each]}</th>)}</tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row" class="light">{item.title}</th>
              {item.languages.map((spoken) => <td key={spoken.language}><Cell item={item} spoken={spoken} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ item, spoken }: { item: Translation; spoken: Spoken }) {
  const t = exchange()
  const name = LANGUAGE_NAMES[spoken.language]
  if (spoken.language === item.source) return <span class="sm dim"><span class="studio-only-narrow">{name}: </span>{t.original}</span>
  const count = spoken.stale > 0 ? t.staleCount(spoken.stale) : t.written(spoken.written, spoken.texts)
  return (
    <a class="studio-coverage" href={`/studio/oversettelser/${item.id}/${spoken.language}`}>
      <span class="sr">{t.openLanguage(item.title, name)}</span>
      <span class={LOOKS[spoken.state]}><Icon name={ICONS[spoken.state]} /><span class="studio-only-narrow" aria-hidden="true">{name}: </span>{t.coverage[spoken.state]}</span>
      <span class="sm dim">{count}</span>
    </a>
  )
}
