/** What keeps a path from being saved, each with what to do. */
import type { Fault } from '../../../api/types'
import { paths } from '../../../text/paths'
import { faults as words } from '../../../text/faults'
import { placeIn, sentenceOf } from '../remedies'

export function FaultList({ faults }: { faults: readonly Fault[] }) {
  return (
    <div class="wrong" role="alert">
      <p>{paths().mend}</p>
      <ul class="studio-faults">{faults.map((each) => <li key={each.place + each.code}>{placeIn(each.place, words())}: {sentenceOf(each, words())}</li>)}</ul>
    </div>
  )
}
