/** The player's words in the language of the screens. */
import { choose } from '../../text'
import { play as en } from '../../text/en/play'
import { play as nb } from '../../text/nb/play'
import { play as nn } from '../../text/nn/play'
import { round as enRound } from '../../text/en/round'
import { round as nbRound } from '../../text/nb/round'
import { round as nnRound } from '../../text/nn/round'

export const roundWords = choose({ nb: nbRound, nn: nnRound, en: enRound })
export const words = choose({ nb, nn, en })
