import { exchange as en } from './en/exchange'
import { choose } from './index'
import { exchange as nb } from './nb/exchange'
import { exchange as nn } from './nn/exchange'

export const exchange = choose({ nb, nn, en })
