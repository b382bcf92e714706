package import Runs

/// What the tag of a scalar says: which metric it is, on which data it was measured and which way is better.
///
/// `val_loss`, `validation/loss`, `val/loss` and `eval_loss` are the validation curve of the metric `loss`, and so is
/// `loss/val`, torch's way; `train/loss`, `train_loss`, `training/loss` and `loss/train` are its training curve. Tags that
/// name no data are training curves.
package struct MetricName: Hashable {
  /// The data that a metric was measured on.
  enum Split: Hashable, Comparable {
    case training, validation, test
  }

  /// The metric without its data: `loss`.
  package var metric: String
  var split: Split

  package init(tag: String) {
    // By bytes: a character with a combining accent would hide the end of a prefix.
    for (prefix, split) in MetricName.prefixes
    where tag.utf8.starts(with: prefix.utf8) && tag.utf8.count > prefix.utf8.count {
      metric = String(decoding: tag.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
      self.split = split
      return
    }
    for (suffix, split) in MetricName.suffixes
    where tag.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) && tag.utf8.count > suffix.utf8.count {
      metric = String(decoding: tag.utf8.dropLast(suffix.utf8.count), as: UTF8.self)
      self.split = split
      return
    }
    metric = tag
    split = .training
  }

  /// Whether the metric was measured on validation data.
  package var isValidation: Bool { split == .validation }

  /// The metric inside a sentence: "loss", "MSE".
  var spoken: String {
    let bare = metric.hasPrefix("epoch_") ? String(metric.dropFirst(6)) : metric
    if MetricName.abbreviations.contains(bare.lowercased()) { return bare.uppercased() }
    if bare.lowercased() == "lr" { return "learning rate" }
    let words = bare.split(separator: "_", omittingEmptySubsequences: false).map { word in
      MetricName.clearAbbreviations.contains(word.lowercased()) ? word.uppercased() : String(word)
    }
    return VisibleText.name(words.joined(separator: " "))
  }

  /// Which way the metric is better, as far as its name tells: up for accuracies, scores and the like, else down.
  package var direction: MetricSummary.Direction {
    let words = metric.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { MetricName.risingWords.contains(String($0)) } ? .max : .min
  }

  /// Whether the metric tells how well the model does, and not how it is trained.
  package var isOutcome: Bool {
    let words = metric.lowercased().split { !$0.isLetter && !$0.isNumber }
    return !words.contains { MetricName.circumstances.contains(String($0)) }
  }

  private static let prefixes: [(String, Split)] = [
    ("validation/", .validation), ("validation_", .validation), ("valid/", .validation), ("valid_", .validation),
    ("val/", .validation), ("val_", .validation), ("eval/", .validation), ("eval_", .validation),
    ("dev/", .validation), ("test/", .test), ("test_", .test),
    ("training/", .training), ("train/", .training), ("train_", .training),
  ]
  private static let suffixes: [(String, Split)] = [
    ("/validation", .validation), ("/valid", .validation), ("/val", .validation), ("/eval", .validation),
    ("/dev", .validation), ("/test", .test), ("/training", .training), ("/train", .training),
  ]
  private static let abbreviations: Set<String> = [
    "mse", "mae", "rmse", "mape", "auc", "bleu", "iou", "map", "ap", "psnr", "ssim", "kl", "nll", "wer", "cer",
  ]
  /// Those that mean nothing else inside a name.
  private static let clearAbbreviations = abbreviations.subtracting(["map", "ap", "kl"])
  private static let risingWords: Set<String> = [
    "acc", "accuracy", "auc", "auroc", "f1", "precision", "recall", "r2", "bleu", "rouge", "iou", "dice", "map", "ap",
    "score", "reward", "return", "psnr", "ssim", "likelihood", "elbo", "top1", "top5", "mrr", "ndcg",
  ]
  private static let circumstances: Set<String> = [
    "lr", "rate", "learning", "time", "seconds", "memory", "epoch", "step", "steps", "throughput", "momentum", "norm",
    "speed", "samples", "tokens", "gpu", "cpu",
  ]
}
