// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/report_pdf.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace mia::ui {

namespace {

constexpr double kPageMargin = 1;  // mm; QTextDocument::print adds 20

/// This file's words for people.
struct PdfWords {
  Q_DECLARE_TR_FUNCTIONS(PdfWords)
};

}  // namespace

QString writePdf(const QString& html, const QString& title, const QString& file) {
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) {
    return PdfWords::tr("Cannot write %1: %2").arg(file, out.errorString());
  }
  {
    QPdfWriter pdf(&out);
    pdf.setTitle(title);
    pdf.setCreator(QStringLiteral("MIA Studio"));
    pdf.setResolution(144);
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                  QMarginsF(kPageMargin, kPageMargin, kPageMargin, kPageMargin),
                                  QPageLayout::Millimeter));
    QTextDocument document;
    QFont font;
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    document.setDefaultStyleSheet(QStringLiteral("h3 { page-break-before: always; }"));  // samples
    document.setHtml(html);
    document.print(&pdf);
  }
  return out.commit() ? QString()
                      : PdfWords::tr("Cannot write %1: %2").arg(file, out.errorString());
}

}  // namespace mia::ui
