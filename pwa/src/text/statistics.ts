import { statistics as en } from './en/statistics'
import { choose } from './index'
import { statistics as nb } from './nb/statistics'
import { statistics as nn } from './nn/statistics'

export const statistics = choose({ nb, nn, en })
