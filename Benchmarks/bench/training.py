"""Training: the airline example as whole processes, and `fit` alone, warm."""
import dataclasses
import json
import pathlib

from .case import PeerCase
from .charts import check_png
from .process import Failure, run


class AirlineProcess(PeerCase):
    """Data to six charts: `train` and `report` against the Keras script."""

    def ours(self, session, folder):
        train = run(session.lossline, "train", "airline", "--quiet", "--name", "a", "--runs", folder)
        report = run(session.lossline, "report", f"{folder}/a", "-o", f"{folder}/report")
        manifest = json.loads(pathlib.Path(folder, "a", "run.json").read_text())
        self.check(manifest["model"]["parameterCount"], manifest["metrics"]["val_loss"]["test"],
                   pathlib.Path(folder, "report", "charts"))
        return {"seconds": train.seconds + report.seconds, "mb": max(train.mb, report.mb),
                "train": train.seconds, "report": report.seconds}

    def theirs(self, session, folder):
        process = session.peer("airline_keras.py", folder)
        self.check(process.json["parameters"], process.json["test_mse"], pathlib.Path(folder))
        return {"seconds": process.seconds, "mb": process.mb}

    @staticmethod
    def check(parameters, loss, charts):
        pictures = list(charts.glob("*.png"))
        if parameters != 491 or not loss < 3e-3 or len(pictures) < 6:
            raise Failure(f"{parameters} parameters, a test loss of {loss} and {len(pictures)} charts are not the "
                          "same work: 491, under 0.003 and six were expected")
        for picture in pictures:
            check_png(picture)

    def note(self, ours, theirs):
        return (f"Of the airline's whole process, `train` takes {ours['train'] * 1e3:.0f} ms and `report` "
                f"{ours['report'] * 1e3:.0f} ms.")


@dataclasses.dataclass(kw_only=True)
class Fit(PeerCase):
    """A training loop alone, warm, with each side's own choice of threads, in batches of 32 with Adam."""

    script: str
    samples: int
    epochs: int
    # Trained values of ours, and how many the peer has beyond them: PyTorch's recurrent layers have two biases, whose
    # sum is the one of ours.
    parameters: int
    extra_parameters: int = 0

    def ours(self, session, folder):
        return self.checked(run(session.bench, self.name), self.parameters)

    def theirs(self, session, folder):
        return self.checked(session.peer(self.script, self.name), self.parameters + self.extra_parameters)

    def checked(self, process, parameters):
        result = process.json
        if (result["samples"], result["epochs"], result["parameters"]) != (self.samples, self.epochs, parameters):
            raise Failure(f"the work of {result['peer']} was not the same: {result}")
        if not result["loss_after"] < 0.97 * result["loss_before"]:
            raise Failure(f"the loss of {result['peer']} did not fall: {result}")
        return {"seconds": result["seconds"], "mb": process.mb}


def fit(name, title, wanted, samples, epochs, parameters, extra_parameters, label=None, **more):
    """A training beside PyTorch eager."""
    return Fit(name=name, title=title, label=f"{label or name} (PyTorch)", group="training", peer="PyTorch eager",
               wanted=wanted, script="train_torch.py", samples=samples, epochs=epochs, parameters=parameters,
               extra_parameters=extra_parameters, **more)


CASES = [
    AirlineProcess(
        name="airline-process", group="training", peer="Keras + seaborn", wanted=150, most_mb=100, rounds=3,
        title="airline, whole process: train 400 epochs and draw the charts", label="airline, whole process (Keras)",
        slow="Keras takes 44 s"),
    fit("sequence", "sequence: SimpleRNN(10), 6 samples, 100 epochs", 20, 6, 100, 131, 10),
    fit("airline", "airline: LSTM(10), 104 samples, 400 epochs", 25, 104, 400, 491, 40),
    fit("forecast", "forecast: LSTM 20 + 20, 7,000 × 50, 3 epochs", 5, 7000, 3, 5250, 160),
    fit("imdb", "imdb: 6,400 reviews, Embedding 128, dropout, LSTM 128", 2.5, 6400, 1, 2_691_713, 512, most_mb=600,
        rounds=7),
    Fit(name="imdb-both", title="imdb with dropout on input and state", label="imdb, both dropouts (Keras)",
        group="training", peer="Keras", wanted=7.5, most_mb=600, rounds=3, slow="Keras takes 15 s",
        script="train_keras.py", samples=6400, epochs=1, parameters=2_691_713),
    fit("custom", "forecast with a cell of one's own, step by step, 1 epoch", 1, 7000, 1, 1550, 0,
        "a cell of one's own"),
]
