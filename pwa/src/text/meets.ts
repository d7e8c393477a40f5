import { meets as en } from './en/meets'
import { choose } from './index'
import { meets as nb } from './nb/meets'
import { meets as nn } from './nn/meets'

export const meets = choose({ nb, nn, en })
