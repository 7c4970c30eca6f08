/*
 * The names of Lightning's classes: `pytorch_lightning` of the old package, `lightning.pytorch` of the new one, with what both
 * export again; Fabric also as a package of its own.
 */
const trainer = /^(?:pytorch_lightning|lightning(?:\.pytorch)?)(?:\.trainer){0,2}\.Trainer$/;
const fabric = /^(?:lightning_fabric|lightning(?:\.fabric)?)(?:\.fabric)?\.Fabric$/;
const strategy =
  /^(?:pytorch_lightning|lightning_fabric|lightning(?:\.pytorch|\.fabric)?)\.strategies(?:\.\w+)*\.\w+Strategy$/;
const commandLine = /^(?:pytorch_lightning|lightning\.pytorch)\.(?:utilities\.)?cli\.LightningCLI$/;
const module = /^(?:pytorch_lightning|pl|lightning(?:\.pytorch)?)(?:\.core(?:\.module)?)?\.LightningModule$/;

/** `lightning.pytorch.Trainer`, `lightning.fabric.Fabric`: what chooses the device that a program runs on. */
export function isLightningTrainer(name: string): boolean {
  return trainer.test(name) || fabric.test(name);
}

/** `lightning.pytorch.strategies.DDPStrategy`: what a trainer is given. */
export function isLightningStrategy(name: string): boolean {
  return strategy.test(name);
}

/** What makes a trainer by the command line and by files. */
export function isLightningCommandLine(name: string): boolean {
  return commandLine.test(name);
}

/** A module of PyTorch, and its base `LightningModule`. */
export function isLightningModule(name: string): boolean {
  return module.test(name);
}
