public import ArgumentParser
public import Report
public import Runs

// Enumerations of the modules that options take by name.
extension RunFormat: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}
extension ComparisonReport.XAxis: ExpressibleByArgument {}
