/** One requirement: where one stands in plain words, its topics with the posts that teach them, the certificate. */
import type { Competence } from '../../api/types'
import { playAddress } from '../../router'
import { competence } from '../../text/competence'
import { when } from '../../text/when'
import { CompetenceRow } from '../../ui/CompetenceRow'
import { Icon } from '../../ui/Icon'
import { Bar } from '../../ui/Progress'
import { Files } from './Files'
import { leftOf } from './logic'

export function Card({ one }: { one: Competence }) {
  const t = competence()
  const counts = one.state !== 'valid'
  return (
    <section class="card stack competence" aria-labelledby={`k-${one.id}`}>
      <h2 class="rowx" id={`k-${one.id}`}><CompetenceRow one={one} /></h2>
      {counts && <Bar share={one.needed > 0 ? one.done / one.needed : 0} />}
      <p>{one.required ? left(one) : t.notRequired}</p>
      <p class="sm dim">{[t.months(one.months), one.mandatory ? t.mandatory : t.voluntary].join(' · ')}</p>
      <Topics one={one} counts={counts} />
      {one.certificate && <Files id={one.id} title={one.title} />}
    </section>
  )
}

function left(one: Competence): string {
  const t = competence().left
  const found = leftOf(one)
  switch (found.kind) {
    case 'rest':
      return found.day ? t.valid(when().date(found.day)) : t.forGood
    case 'done':
      return found.again ? t.renewDone : t.ready
    default:
      return t[found.kind](found.count)
  }
}

function Topics({ one, counts }: { one: Competence; counts: boolean }) {
  const t = competence()
  return (
    <details open={counts}>
      <summary>{t.topics}<Icon name="ned" small turns /></summary>
      <div class="stack">
        {one.topics.map((topic) => (
          <div key={topic.topic} class="stack">
            <h3 class="rowx sm">
              <span class="grow">{topic.title}</span>
              {counts && (
                <span class={topic.done >= topic.needed ? 'chip g' : 'chip'}>
                  {topic.done >= topic.needed && <Icon name="ok" />}{t.topicLine(topic.done, topic.needed)}
                </span>
              )}
            </h3>
            {topic.posts.length === 0 ? <p class="sm dim">{t.noPosts}</p> : (
              <ul class="list" aria-label={`${t.posts}: ${topic.title}`}>
                {topic.posts.map((post) => (
                  <li key={post.activity}>
                    <a class="row low" href={playAddress(post.quest, post.activity)}>
                      <span class="grow">{post.title}</span>
                      {post.done && <span class="chip g"><Icon name="ok" />{t.done}</span>}
                      <Icon name="h" small />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </details>
  )
}
