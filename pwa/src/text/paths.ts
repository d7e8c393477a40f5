import { paths as en } from './en/paths'
import { choose } from './index'
import { paths as nb } from './nb/paths'
import { paths as nn } from './nn/paths'

export const paths = choose({ nb, nn, en })
