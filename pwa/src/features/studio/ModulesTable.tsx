/** The posts as a table; on a phone each is a card. */
import { LANGUAGES, LANGUAGE_NAMES } from '../../text'
import { modules } from '../../text/modules'
import { studio } from '../../text/studio'
import { when } from '../../text/when'
import { Icon, type IconName } from '../../ui/Icon'
import type { Listed, State } from './editor/shapes'
import { covered } from './modules'

type Props = { items: readonly Listed[]; onCopy: (one: Listed) => void }

export function ModulesTable({ items, onCopy }: Props) {
  const t = modules()
  const answered = items.some(({ first_right }) => first_right !== undefined)
  return (
    <section class="list scroll">
      <table class="studio-table folds">
        <caption class="sr">{t.posts}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th><th scope="col">{t.state}</th><th scope="col">{t.release}</th><th scope="col">{t.languages}</th><th scope="col">{t.time}</th>
            {answered && <th scope="col">{t.firstRight}</th>}<th scope="col">{t.changedAt}</th><th scope="col"><span class="sr">{t.duplicate}</span></th>
          </tr>
        </thead>
        <tbody>{items.map((one) => <Line key={one.id} one={one} answered={answered} onCopy={() => onCopy(one)} />)}</tbody>
      </table>
    </section>
  )
}

const LOOKS: Record<State, { look: string; icon: IconName }> = {
  draft: { look: 'chip missing', icon: 'info' }, pilot: { look: 'chip b', icon: 'spill' }, scheduled: { look: 'chip l', icon: 'klokke' },
  published: { look: 'chip g', icon: 'ok' }, retired: { look: 'chip', icon: 'las' },
}

function Line({ one, answered, onCopy }: { one: Listed; answered: boolean; onCopy: () => void }) {
  const t = modules()
  const { look, icon } = LOOKS[one.state] ?? LOOKS.draft
  return (
    <tr>
      <th scope="row">
        <a class="textlink" data-post href={`/studio/post/${one.id}`}>{one.title}</a>
        {one.paths.length > 0 && <span class="two xs dim light">{one.paths.map(({ title }) => title).join(' · ')}</span>}
      </th>
      <td>
        <span class={look}><Icon name={icon} />{t.states[one.state] ?? one.state}</span>
        {one.changed && one.version !== null && <span class="chip">{t.changed}</span>}
        {one.faults !== null && one.faults > 0 && <span class="chip w"><Icon name="info" />{t.faults(one.faults)}</span>}
      </td>
      <td class="sm">{one.release ? when().short(one.release) : ''}</td>
      <td><Spoken languages={one.languages} /></td>
      <td class="sm">{one.seconds ? studio().seconds(one.seconds) : ''}</td>
      {answered && <td class="sm">{typeof one.first_right === 'number' && <FirstRight share={one.first_right} />}</td>}
      <td class="sm">{when().short(one.changed_at)}{one.changed_by && <span class="two xs dim">{t.by(one.changed_by)}</span>}</td>
      <td><button type="button" class="icon" aria-label={t.duplicateOf(one.title)} title={t.duplicate} onClick={onCopy}><Icon name="kopi" small /></button></td>
    </tr>
  )
}

function FirstRight({ share }: { share: number }) {
  return <span class="studio-share"><span class="bar" aria-hidden="true"><i style={{ '--v': `${Math.round(100 * share)}%` }} /></span>{modules().percent(share)}</span>
}

const CHIPS = { whole: 'chip g', stale: 'chip w', part: 'chip', none: 'chip missing' }
const SIGNS = { whole: '', stale: ' !', part: ' …', none: '' }

function Spoken({ languages }: { languages: Listed['languages'] }) {
  const t = modules()
  return (
    <span class="studio-languages">
      {LANGUAGES.map((language) => {
        const how = covered(languages, language)
        return (
          <span key={language} class={CHIPS[how]}>
            <span aria-hidden="true">{language}{SIGNS[how]}</span><span class="sr">{t.coverage[how](LANGUAGE_NAMES[language])}</span>
          </span>
        )
      })}
    </span>
  )
}
