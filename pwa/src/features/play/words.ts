/** The player's words in the language of the screens. */
import { choose } from '../../text'
import { play as en } from '../../text/en/play'
import { play as nb } from '../../text/nb/play'
import { play as nn } from '../../text/nn/play'

export const words = choose({ nb, nn, en })
