import { together as en } from './en/together'
import { choose } from './index'
import { together as nb } from './nb/together'
import { together as nn } from './nn/together'

export const together = choose({ nb, nn, en })
