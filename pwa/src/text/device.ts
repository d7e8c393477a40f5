import { device as en } from './en/device'
import { choose } from './index'
import { device as nb } from './nb/device'
import { device as nn } from './nn/device'

export const device = choose({ nb, nn, en })
