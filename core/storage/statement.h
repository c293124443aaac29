// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <SQLiteCpp/Statement.h>

#include "base/error.h"
#include "base/ids.h"
#include "storage/database.h"
#include "storage/statement_shelf.h"

namespace mia::storage {

/// The Error that stands for an error of SQLite: busy, full, damaged, refused, or our own mistake.
Error toError(const SQLite::Exception& error, const std::filesystem::path& file);

/// The WHERE clause of a filter: conditions that are only there when they are asked for, each with
/// the value of its one "?".
class Conditions {
 public:
  using Value = std::variant<std::int64_t, std::string>;

  void add(const std::string& condition, Value value) {
    sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition;
    values_.push_back(std::move(value));
  }
  const std::string& sql() const { return sql_; }
  const std::vector<Value>& values() const { return values_; }

 private:
  std::string sql_;
  std::vector<Value> values_;
};

/// A prepared statement with typed columns, whose errors are mia::Error. Cheap to make again: the
/// connection keeps those that were used last.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  /// Starts anew with these values for ?1, ?2, …: integers, doubles (NaN is stored as NULL), ids,
  /// text and bytes.
  template <class... Values>
  Statement& bind(const Values&... values) {
    guarded([&] {
      statement_->reset();
      int index = 0;
      (bindOne(++index, values), ...);
    });
    return *this;
  }

  Statement& bind(const Conditions& conditions);

  /// True while there is a row.
  bool step();
  /// Runs to the end; returns how many rows were changed.
  int run();
  /// Runs an INSERT; the new row's id, or nothing when a conflict let nothing be done.
  template <class T>
  std::optional<T> insert() {
    if (run() == 0) return std::nullopt;
    return T{lastId()};
  }

  std::int64_t integer(int column) const;
  double real(int column) const;  ///< NULL is NaN
  /// Valid until the next step().
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  template <class T>
  T id(int column) const {
    return T{integer(column)};
  }

 private:
  template <class Work>
  auto guarded(Work&& work) const {
    try {
      return work();
    } catch (const SQLite::Exception& e) {
      throw toError(e, file_);
    }
  }
  template <class T>
  void bindOne(int index, const T& value) {
    if constexpr (std::is_integral_v<T>) {
      statement_->bind(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      statement_->bind(index, static_cast<double>(value));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      bindText(index, value);
    } else if constexpr (std::is_convertible_v<const T&, std::span<const std::byte>>) {
      bindBytes(index, value);
    } else {
      statement_->bind(index, static_cast<std::int64_t>(value.value));
    }
  }
  std::int64_t lastId() const;
  void bindText(int index, std::string_view text);
  void bindBytes(int index, std::span<const std::byte> bytes);

  /// Puts a statement back to those that are not in use.
  struct GiveBack {
    StatementShelf* shelf = nullptr;
    void operator()(SQLite::Statement* statement) const noexcept {
      shelf->giveBack(std::unique_ptr<SQLite::Statement>(statement));
    }
  };
  using Taken = std::unique_ptr<SQLite::Statement, GiveBack>;
  static Taken take(Database& database, const std::string& sql);

  std::filesystem::path file_;
  SQLite::Database& handle_;
  Taken statement_;
};

}  // namespace mia::storage
