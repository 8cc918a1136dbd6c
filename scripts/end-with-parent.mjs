// Preloaded into the web server: when the process that started it is gone, however it died, the server goes too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
