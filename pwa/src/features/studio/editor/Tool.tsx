/** A small button that is drawn and named, and the letters things go by. */
import { Icon, type IconName } from '../../../ui/Icon'

export const letterOf = (number: number): string => String.fromCharCode(65 + number)

type Props = { label: string; icon: IconName; up?: boolean; off?: boolean; onDo: () => void }

export function Tool({ label, icon, up = false, off = false, onDo }: Props) {
  return (
    <button type="button" class={up ? 'icon editor-tool up' : 'icon editor-tool'} aria-label={label} title={label} aria-disabled={off} onClick={() => !off && onDo()}>
      <Icon name={icon} small />
    </button>
  )
}
