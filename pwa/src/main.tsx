import { render } from 'preact'
import { App } from './app'
import * as device from './device'
import { arrive, listen as listenToWorker } from './push/arrivals'
import * as router from './router'
import { open } from './start'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/map.css'
import './styles/wide.css'

device.listen()
device.listenForInstall()
router.listen()
arrive()
listenToWorker()
void open()

const root = document.getElementById('app')
if (root) render(<App />, root)
